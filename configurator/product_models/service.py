"""Files of models at the desk: brought, read by a worker, taken in by piece, forgotten; and which product has which."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from configurator.accounts.visits import Visitor
from configurator.db import now
from configurator.errors import NotFound, Refused
from configurator.files import Files
from configurator.imports import waiting
from configurator.jobs import service as jobs
from configurator.jobs.models import PARKED, Job
from configurator.product_models.models import ModelFile, ModelledProduct, ProductModel
from configurator.product_models.piece import ReadPiece, Report
from configurator.product_models.reading import JOB
from configurator.products import catalogue
from configurator.products.models import Product
from configurator.products.search import words_of
from configurator.products.table import check_size
from configurator.stores.models import Tenant
from rooms.models.silhouette import Outlines
from rooms.pictures.glb_guest import OwnModel
from rooms.plan import Plan
from rooms.things.body import Bodies, Body

MOST_SAID = 400
MOST_LISTED = 500


@dataclass(frozen=True)
class Wanted:
    """A piece to be taken in: for which product, of which kind, at which price where the product is new."""

    piece: ReadPiece
    sku: str
    kind: str
    price_gr: int | None


def bring(
    session: Session, files: Files, tenant: Tenant, by: Visitor, name: str, data: bytes, said: Mapping[str, object]
) -> ModelFile:
    """Keep the file and ask a worker to read it; another that waits gives way. `said` is empty for a library."""
    file = waiting.begin(session, ModelFile, tenant, by, name)
    file.format = "glb" if said else "sh3f"
    file.data = files.put(tenant.id, data)
    file.said = json.dumps(said, ensure_ascii=False)
    session.add(file)
    session.flush()
    jobs.enqueue(session, JOB, {"tenant": tenant.id, "file": file.id}, dedup=file.id)
    return file


def failure(session: Session, file: ModelFile) -> Refused | None:
    """Why nothing was read: the file's own fault, or a worker that gave up."""
    if file.failure:
        told = json.loads(file.failure)
        return Refused(told["reason"], **told["detail"])
    state = session.scalar(select(Job.state).where(Job.kind == JOB, Job.dedup == file.id))
    return Refused("models_unread") if not file.report and state in (PARKED, None) else None


def take(session: Session, tenant: Tenant, file: ModelFile, wanted: Sequence[Wanted]) -> int:
    """Take the pieces in, all of them or, when one is refused, none; how many."""
    waiting.still_waiting(session, tenant, file)
    if not wanted:
        raise Refused("no_model_chosen", path="take")
    _check_skus(wanted)
    report = Report.unpacked(file.report)
    known = catalogue.by_skus(session, tenant.id, [one.sku for one in wanted])
    for one in wanted:
        _give(session, tenant, known.get(one.sku), one, _kept(session, tenant, report, one.piece))
    file.taken, file.taken_at = len(wanted), now()
    waiting.let_go(session, file)
    session.flush()
    return len(wanted)


def listed(session: Session, tenant: Tenant) -> Sequence[tuple[ProductModel, Sequence[str]]]:
    """The retailer's models by name, each with the numbers of the products that have it."""
    wanted = select(ProductModel).where(ProductModel.tenant_id == tenant.id)
    found = session.scalars(wanted.order_by(ProductModel.name_pl, ProductModel.id).limit(MOST_LISTED)).all()
    skus: dict[str, list[str]] = {}
    joined = select(Product.sku, ModelledProduct.model_id).join(
        ModelledProduct, ModelledProduct.product_id == Product.id
    )
    for sku, model_id in session.execute(joined.where(Product.tenant_id == tenant.id)):
        skus.setdefault(model_id, []).append(sku)
    return [(model, sorted(skus.get(model.id, []))) for model in found]


def model_of(session: Session, tenant_id: str, model_id: str) -> ProductModel:
    """NotFound `no_model`."""
    model = session.get(ProductModel, model_id) if model_id.isalnum() else None
    if model is None or model.tenant_id != tenant_id:
        raise NotFound("no_model")
    return model


def attach(session: Session, model: ProductModel, sku: str) -> Product:
    """The product of this number has this model from now on; Refused `missing`, NotFound `sku_not_sold`."""
    if not sku:
        raise Refused("missing", path="sku")
    product = catalogue.by_sku(session, model.tenant_id, sku)
    if product.size is None:
        product.width_mm, product.depth_mm, product.height_mm = model.size
    _join(session, product, model)
    return product


def withdraw(session: Session, model: ProductModel) -> None:
    """No product has the model any more, and its files go."""
    session.execute(delete(ModelledProduct).where(ModelledProduct.model_id == model.id))
    jobs.enqueue(session, "remove_files", {"keys": [key for key in (model.glb, model.icon) if key]})
    session.delete(model)
    session.flush()


def of_skus(session: Session, tenant_id: str, skus: Iterable[str]) -> Mapping[str, ProductModel]:
    """The models of these products by their numbers; products without one are left out."""
    wanted = select(Product.sku, ProductModel).join(ModelledProduct, ModelledProduct.product_id == Product.id)
    wanted = wanted.join(ProductModel, ModelledProduct.model_id == ProductModel.id)
    wanted = wanted.where(Product.tenant_id == tenant_id, Product.sku.in_(set(skus)))
    return {row[0]: row[1] for row in session.execute(wanted)}


def bodies_of(session: Session, tenant_id: str, plan: Plan) -> Bodies:
    """The outlines of the plan's products that have a model of their own."""
    found = of_skus(session, tenant_id, [item.product["sku"] for item in plan.items.values() if item.product])
    return {sku: _body(model) for sku, model in found.items()}


def model_finder(session: Session, files: Files, tenant_id: str, plan: Plan) -> Callable[[str], OwnModel | None]:
    """Fetches, by a product's number, the model of its own; the files are read only then."""
    skus = [item.product["sku"] for item in plan.items.values() if item.product]
    kept = {sku: (model.glb, model.size) for sku, model in of_skus(session, tenant_id, skus).items()}

    def find_model(sku: str) -> OwnModel | None:
        key, size = kept.get(sku, ("", (0, 0, 0)))
        data = files.get(key) if key else None
        return OwnModel(data, size) if data else None

    return find_model


def own_models(plan: Plan, find_model: Callable[[str], OwnModel | None]) -> Mapping[str, OwnModel]:
    """The models of the plan's things that have one of their own, by the things' ids."""
    skus = {id_: item.product["sku"] for id_, item in plan.items.items() if item.product}
    found = {sku: find_model(sku) for sku in sorted(set(skus.values()))}
    return {id_: model for id_, sku in skus.items() if (model := found[sku])}


def are_there(session: Session, tenant_id: str) -> bool:
    """Whether some product has a model of its own."""
    wanted = select(ModelledProduct.product_id).where(ModelledProduct.tenant_id == tenant_id).limit(1)
    return session.scalar(wanted) is not None


def is_held(session: Session, key: str) -> bool:
    """Whether a model, or a file that waits, still needs these bytes."""
    models = select(func.count()).where(or_(ProductModel.glb == key, ProductModel.icon == key))
    if session.scalar(models.select_from(ProductModel)):
        return True
    tenant_id = key.partition("/")[0]
    wanted = select(ModelFile).where(ModelFile.tenant_id == tenant_id, ModelFile.taken_at.is_(None))
    return any(key == file.data or f'"{key}"' in file.report for file in session.scalars(wanted))


def _body(model: ProductModel) -> Body:
    return Body(model.size, Outlines(**json.loads(model.outlines)), model.author, model.licence)


def _check_skus(wanted: Sequence[Wanted]) -> None:
    seen: set[str] = set()
    for one in wanted:
        if one.sku in seen:
            raise Refused("model_sku_twice", path=f"sku-{one.piece.number}", sku=one.sku)
        if one.piece.refused:
            raise Refused("model_not_there", path="take", name=one.piece.name_pl)
        seen |= {one.sku} if one.sku else set()


def _kept(session: Session, tenant: Tenant, report: Report, piece: ReadPiece) -> ProductModel:
    """The piece's model as a row, in the place of the one that was brought before under its name."""
    wanted = select(ProductModel).where(
        ProductModel.tenant_id == tenant.id,
        ProductModel.source == report.source,
        ProductModel.catalog_id == piece.catalog_id,
    )
    model = session.scalars(wanted).first()
    if model is None:
        model = ProductModel(tenant_id=tenant.id, source=report.source, catalog_id=piece.catalog_id)
        session.add(model)
    else:
        jobs.enqueue(session, "remove_files", {"keys": [key for key in (model.glb, model.icon) if key]})
    model.name_pl, model.name_en, model.author = piece.name_pl, piece.name_en, piece.author
    model.licence, model.licence_text = piece.licence, report.licence_text
    model.width_mm, model.depth_mm, model.height_mm = piece.size
    model.glb, model.bytes, model.icon, model.triangles = piece.glb, piece.bytes, piece.icon, piece.after
    model.outlines = json.dumps(piece.outlines, separators=(",", ":"))
    session.flush()
    return model


def _give(session: Session, tenant: Tenant, product: Product | None, wanted: Wanted, model: ProductModel) -> None:
    """A known product gets the model; a new one is made where a price was told; else the model waits for one."""
    if product is None and wanted.sku and wanted.price_gr is not None:
        check_size(wanted.kind, wanted.piece.size)
        product = Product(
            tenant_id=tenant.id,
            sku=wanted.sku,
            name_pl=wanted.piece.name_pl,
            name_en=wanted.piece.name_en,
            price_gr=wanted.price_gr,
            category=wanted.piece.category[:60],
            words="",
        )
        session.add(product)
    if product is None:
        return
    if product.kind is None:
        check_size(wanted.kind, product.size or wanted.piece.size)
        product.kind = wanted.kind
    if product.size is None:
        product.width_mm, product.depth_mm, product.height_mm = wanted.piece.size
    product.words = words_of(product)
    session.flush()
    _join(session, product, model)


def _join(session: Session, product: Product, model: ProductModel) -> None:
    session.merge(ModelledProduct(product_id=product.id, tenant_id=model.tenant_id, model_id=model.id))
    session.flush()
