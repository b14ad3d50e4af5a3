"""What a document is about: a plan, and around it the project, the store and the fee, which a mere file has not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from typing import Any

from configurator.exports.tins import NONE_OWN, OwnTins
from configurator.exports.typography import typeset
from configurator.i18n import translate
from configurator.product_models.service import own_models
from configurator.products.shopping import Line
from configurator.schemes.service import ChosenScheme
from rooms.checks import DEFAULT, Finding, check, packs_named
from rooms.drawing.drawing import Wishes
from rooms.drawing.labels import room_name
from rooms.drawing.lettering import Figures
from rooms.drawing.paper import PAPERS, Page
from rooms.outline import Found, find_rooms
from rooms.outline.wall_letters import LetteredSide, lettered
from rooms.pictures.glb_guest import OwnModel
from rooms.plan import Plan
from rooms.quantities import PaintArea, Quantities
from rooms.readiness import Tellings
from rooms.surfaces import Surfaces, find_surfaces
from rooms.things.body import Bodies
from rooms.tiling.need import TilingNeed, tiling_need
from samples.deck import Deck
from samples.demo import demo_deck


@dataclass(frozen=True)
class ProjectHead:
    """`code` as it is read out, `url` where it opens; a draft is not what was agreed; `designer`: who helps, if any."""

    code: str
    url: str
    is_draft: bool
    designer: str = ""


@dataclass(frozen=True)
class StoreHead:
    """`logo` is an address that holds the picture; empty: none."""

    tenant: str
    name: str
    address: str
    phone: str
    hours: str
    logo: str = ""


@dataclass(frozen=True)
class CoverPicture:
    """The picture in true light that is wanted on the cover: its file's name and bytes (PNG), and of which day it is.

    `is_outdated`: the design has changed since.
    """

    key: str
    png: bytes
    day: date
    is_outdated: bool


@dataclass(frozen=True)
class InBasket:
    """A paint that stands in the project's basket: `counts` of tins by ml, and what of testers' prices comes back.

    `listed` is how many of which product (its number) its tins are on the list; empty where they stand on none.
    `change` and `design_ml` are what the design has come to since (`paint_baskets.taken`).
    """

    code: str
    is_enamel: bool
    counts: Mapping[int, int]
    price_gr: int
    credit_gr: int
    listed: Mapping[str, int]
    need_ml: int
    change: str = ""
    design_ml: int = 0


@dataclass(frozen=True)
class Subject:
    """`fee` is as `offers.quotes.quote` gives it.

    `said` is who has said which field, `told` what people know of things that a plan does not hold (`rooms.readiness`).

    `products` are those of the plan and of the project's list, each once; `packs` what the plan is checked by;
    `bodies` the outlines of products that have a 3D model of their own, and `model_of` fetches such a model by the
    product's number. `paper` ("a4" or "a3") is that of the drawings; lists are on A4. `deck` is the retailer's;
    `schemes` are those that were chosen or are worn;
    `tins` the retailer's own of a paint, by its code; `baskets` the paints that are taken already;
    `cover` what the cover shows instead of the model from above.
    """

    plan: Plan
    language: str
    at: datetime
    project: ProjectHead | None = None
    store: StoreHead | None = None
    fee: Mapping[str, Any] | None = None
    charged_gr: int | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    told: Tellings = field(default_factory=dict)
    products: Sequence[Line] = ()
    packs: tuple[str, ...] = DEFAULT
    bodies: Bodies = field(default_factory=dict)
    model_of: Callable[[str], OwnModel | None] = lambda _sku: None
    paper: str = "a4"
    deck: Deck = field(default_factory=demo_deck)
    schemes: tuple[ChosenScheme, ...] = ()
    tins: Mapping[str, OwnTins] = field(default_factory=dict)
    baskets: tuple[InBasket, ...] = ()
    cover: CoverPicture | None = None

    @property
    def name(self) -> str:
        return self.plan.name or self.t("documents.unnamed")

    @cached_property
    def sha(self) -> str:
        """Names everything that is printed, but for the moment of printing."""
        heads = [vars(head) if head else None for head in (self.project, self.store)]
        told = [self.plan.document, self.language, self.paper, self.deck.key, self.at.date().isoformat(), *heads]
        lists = (
            *self.products,
            *sorted(self.told.items()),
            *sorted(self.bodies.items()),
            *self.schemes,
            *sorted(self.tins.items()),
            *self.baskets,
        )
        told += [repr(line) for line in lists]
        told.append(f"{self.cover.key} {self.cover.is_outdated}" if self.cover else None)
        return sha256(json.dumps([*told, self.fee, self.charged_gr, dict(self.said), self.packs]).encode()).hexdigest()

    def t(self, name: str, /, **values: Any) -> str:
        """The sentence in the document's language, with a printer's spaces."""
        return typeset(translate(name, lang=self.language, **values))

    @property
    def has_demo_prices(self) -> bool:
        """Whether a paint of the design is priced by the demonstration's tins."""
        areas = (area for area in self.quantities.paints if self.deck.get(area.code))
        return any(not self.own_tins(area.code).of(area) for area in areas)

    @property
    def listed_tins(self) -> Counter[str]:
        """How many tins of each product stand on the list for the paints that are taken."""
        return sum((Counter(basket.listed) for basket in self.baskets), Counter())

    def in_basket(self, painted: PaintArea) -> InBasket | None:
        """What is taken of the paint already."""
        wanted = (painted.code, painted.is_enamel)
        return next((one for one in self.baskets if (one.code, one.is_enamel) == wanted), None)

    def own_tins(self, code: str) -> OwnTins:
        """What the retailer sells the paint in."""
        return self.tins.get(code, NONE_OWN)

    @property
    def own_models(self) -> Mapping[str, OwnModel]:
        """The models of the plan's things that have one of their own, by the things' ids."""
        return own_models(self.plan, self.model_of)

    @property
    def figures(self) -> Figures:
        return Figures(self.language)

    def wishes(self, scale: int | None = None) -> Wishes:
        return Wishes(paints=self.deck.hex_of, language=self.language, scale=scale, bodies=self.bodies, page=self.page)

    @property
    def page(self) -> Page:
        return PAPERS[self.paper]

    @cached_property
    def found(self) -> Found:
        return find_rooms(self.plan)

    @cached_property
    def surfaces(self) -> Surfaces:
        return find_surfaces(self.plan, self.found)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return check(self.plan, packs_named(self.packs), found=self.found, colours=self.deck.hex_of)

    @cached_property
    def quantities(self) -> Quantities:
        return Quantities(self.plan, self.found, self.surfaces)

    @cached_property
    def tiling(self) -> TilingNeed:
        return tiling_need(self.plan, self.found, self.surfaces)

    @cached_property
    def room_names(self) -> tuple[str, ...]:
        """Each room's name, or its use's; the others are numbered, and so are namesakes."""
        named = [room_name(room, self.language) for room in self.found.rooms]
        named = [name or self.t("documents.room") for name in named]
        return tuple(
            f"{name} {named[: place + 1].count(name)}" if named.count(name) > 1 else name
            for place, name in enumerate(named)
        )

    @cached_property
    def letters(self) -> tuple[tuple[LetteredSide, ...], ...]:
        """Each room's lettered walls."""
        return tuple(lettered(room) for room in self.found.rooms)
