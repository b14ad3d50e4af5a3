"""The features of the application: each gives one blueprint, or two where it serves pages and the API."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Blueprint

from configurator.accounts.customer_views import blueprint as customers
from configurator.accounts.views import blueprint as accounts
from configurator.checks.api import blueprint as checks_api
from configurator.checks.desk_views import blueprint as checks_desk
from configurator.colours.api import blueprint as colours_api
from configurator.decisions.api import blueprint as decisions
from configurator.decks.desk_views import blueprint as decks_desk
from configurator.decks.views import blueprint as decks
from configurator.desk.views import blueprint as desk
from configurator.events.views import blueprint as events
from configurator.exports.views import blueprint as exports
from configurator.figures.views import blueprint as figures
from configurator.help.views import blueprint as help_
from configurator.help.views import pages as help_pages
from configurator.judgements.views import blueprint as judgements
from configurator.kiosk.views import blueprint as kiosk
from configurator.mail.views import blueprint as mail
from configurator.measuring.desk_views import blueprint as measuring_desk
from configurator.measuring.views import blueprint as measuring
from configurator.offers.views import blueprint as offers
from configurator.offline.views import blueprint as offline
from configurator.orders.api import blueprint as orders_api
from configurator.orders.desk_views import blueprint as orders_desk
from configurator.orders.views import blueprint as orders
from configurator.paint_baskets.api import blueprint as paint_baskets_api
from configurator.paint_baskets.desk_views import blueprint as paint_line
from configurator.paint_baskets.views import blueprint as paint_baskets
from configurator.photos.api import blueprint as photos_api
from configurator.photos.views import blueprint as photos
from configurator.pictures.api import blueprint as pictures_api
from configurator.product_models.api import blueprint as product_models_api
from configurator.product_models.desk_views import blueprint as product_models_desk
from configurator.products.api import blueprint as products_api
from configurator.products.desk_views import blueprint as products_desk
from configurator.products.views import blueprint as products
from configurator.projects.api import blueprint as projects_api
from configurator.projects.bin_views import blueprint as bin_
from configurator.projects.views import blueprint as projects
from configurator.proposals.api import blueprint as proposals_api
from configurator.proposals.views import blueprint as proposals
from configurator.purchases.api import blueprint as purchases_api
from configurator.purchases.views import blueprint as purchases
from configurator.quantities.api import blueprint as quantities_api
from configurator.renderings.api import blueprint as renderings_api
from configurator.schemes.api import blueprint as schemes_api
from configurator.schemes.photo_api import blueprint as photo_schemes_api
from configurator.schemes.views import blueprint as schemes
from configurator.sets.api import blueprint as sets_api
from configurator.start.views import blueprint as start
from configurator.stated.api import blueprint as stated_api
from configurator.stated.views import blueprint as stated
from configurator.stores.desk_views import blueprint as stores_desk
from configurator.studio.views import blueprint as studio
from configurator.systems.views import blueprint as systems
from configurator.terms.draft_views import blueprint as terms_drafts
from configurator.terms.past_views import blueprint as terms_past
from configurator.terms.public_views import blueprint as terms_public
from configurator.terms.views import blueprint as terms

FEATURES: tuple[Blueprint | APIBlueprint, ...] = (
    start,
    studio,
    projects,
    projects_api,
    pictures_api,
    renderings_api,
    photos,
    photos_api,
    bin_,
    proposals,
    proposals_api,
    accounts,
    customers,
    desk,
    events,
    exports,
    figures,
    help_,
    help_pages,
    mail,
    orders,
    orders_desk,
    paint_line,
    paint_baskets,
    paint_baskets_api,
    purchases,
    purchases_api,
    measuring,
    measuring_desk,
    products,
    products_api,
    products_desk,
    product_models_api,
    product_models_desk,
    sets_api,
    quantities_api,
    colours_api,
    offers,
    offline,
    systems,
    decisions,
    terms,
    terms_drafts,
    stated,
    stated_api,
    checks_api,
    checks_desk,
    stores_desk,
    terms_past,
    terms_public,
    decks,
    decks_desk,
    judgements,
    kiosk,
    schemes,
    schemes_api,
    photo_schemes_api,
    orders_api,
)
