"""The features of the application: each gives one blueprint, or two where it serves pages and the API."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Blueprint

from configurator.accounts.views import blueprint as accounts
from configurator.desk.views import blueprint as desk
from configurator.exports.views import blueprint as exports
from configurator.help.views import blueprint as help_
from configurator.mail.views import blueprint as mail
from configurator.offline.views import blueprint as offline
from configurator.orders.desk_views import blueprint as orders_desk
from configurator.orders.views import blueprint as orders
from configurator.projects.api import blueprint as projects_api
from configurator.projects.views import blueprint as projects
from configurator.proposals.api import blueprint as proposals_api
from configurator.proposals.views import blueprint as proposals
from configurator.start.views import blueprint as start
from configurator.studio.views import blueprint as studio

FEATURES: tuple[Blueprint | APIBlueprint, ...] = (
    start,
    studio,
    projects,
    projects_api,
    proposals,
    proposals_api,
    accounts,
    desk,
    exports,
    help_,
    mail,
    orders,
    orders_desk,
    offline,
)
