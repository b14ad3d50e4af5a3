"""The database's schema: every table there is, and the way from any earlier state to the present one."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from configurator import added_only
from configurator.accounts import models as accounts
from configurator.db import Base, Database
from configurator.decisions import models as decisions
from configurator.decks import models as decks
from configurator.desk import models as desk
from configurator.events import models as events
from configurator.jobs import models as jobs
from configurator.judgements import models as judgements
from configurator.mail import models as mail
from configurator.measuring import models as measuring
from configurator.offers import models as offers
from configurator.orders import models as orders
from configurator.paint_baskets import models as paint_baskets
from configurator.photos import models as photos
from configurator.pictures import models as pictures
from configurator.product_models import models as product_models
from configurator.products import models as products
from configurator.projects import models as projects
from configurator.proposals import models as proposals
from configurator.purchases import models as purchases
from configurator.renderings import models as renderings
from configurator.schemes import models as schemes
from configurator.sets import models as sets
from configurator.stated import models as stated
from configurator.stores import models as stores
from configurator.systems import models as systems
from configurator.terms import models as terms

MODELS = (
    stores,
    accounts,
    projects,
    pictures,
    photos,
    offers,
    proposals,
    desk,
    jobs,
    mail,
    orders,
    events,
    purchases,
    measuring,
    products,
    product_models,
    systems,
    decisions,
    terms,
    stated,
    sets,
    decks,
    judgements,
    paint_baskets,
    schemes,
    renderings,
)
METADATA = Base.metadata


def upgrade(database: Database) -> None:
    """Bring the database to the newest version; nothing to do is done quickly."""
    with database.engine.connect() as connection:
        command.upgrade(config(connection), "head")
        is_guarded = not added_only.unguarded(connection)
    if not is_guarded:
        with database.writing() as session:
            added_only.guard(session.connection())


def config(connection: object = None) -> Config:
    """Alembic's settings, without a file of their own."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made
