"""The demonstration's terms of selling: example companies that sell samples."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from configurator.config import ROOT
from configurator.orders.models import SellingSettings
from configurator.stores.models import Tenant

ALL = ["pot", "card", "sticker"]
FLAT = ["card", "sticker"]
CARD = {"price_gr": 4_90, "most": 12}
STICKER = {"price_gr": 6_90, "most": 12}
LOCKER = {"price_gr": 12_90, "carries": ALL, "most": 12, "free_from_gr": 100_00, "days": 1}
COURIER = {"price_gr": 17_90, "carries": ALL, "most": 20, "free_from_gr": 100_00, "days": 1}
SIZES_ML = (900, 2500, 5000, 10_000)
ENAMEL_ML = (750, 2500)
BASES = ("A1", "A2", "B2", "B4", "C3", "C4")
TOOLS = ("roller", "small_roller", "brush", "tray", "tape", "foil", "stirrer")
PAINT_LINE = {
    "tins": {base: {str(ml): f"FK-{base}-{ml:05}" for ml in SIZES_ML} for base in BASES},
    "enamel": {base: {str(ml): f"FK-E-{base}-{ml:05}" for ml in ENAMEL_ML} for base in BASES},
    "tools": {tool: f"FK-N-{tool.replace('_', '-').upper()}" for tool in TOOLS},
}
"""What the paint's catalogue (`examples/products/farby-kolor.csv`) calls the tins of each base and group, and tools."""
OFFERS: Mapping[str, Any] = {
    "farby-kolor": {
        "paint_line": PAINT_LINE,
        "most_of_person": 30,
        "most_of_household": 40,
        "kinds": {"card": CARD, "sticker": STICKER, "pot": {"price_gr": 14_90, "most": 6, "may_be_free": False}},
        "ways": {
            "letter": {"price_gr": 0, "carries": FLAT, "most": 12, "days": 3},
            "locker": LOCKER,
            "courier": COURIER,
        },
        "most": 20,
    },
    "dom-i-mebel": {
        "kinds": {"card": CARD, "sticker": STICKER, "pot": {"price_gr": 14_90, "most": 6}},
        "ways": {
            "letter": {"price_gr": 6_90, "carries": FLAT, "most": 12, "days": 3},
            "locker": LOCKER,
            "courier": COURIER,
            "collection": {"price_gr": 0, "carries": ALL, "most": 20, "days": 0},
        },
        "most": 20,
    },
}
PARTICULARS = {
    "farby-kolor": {
        "company": "Farby Kolor Przykład sp. z o.o.",
        "tax_number": "000-000-00-21",
        "address": "ul. Wzornikowa 21, 40-001 Katowice",
        "phone": "32 000 00 21",
        "email": "probki@farby-kolor.example",
    },
    "dom-i-mebel": {
        "company": "Dom i Mebel Przykład S.A.",
        "tax_number": "000-000-00-12",
        "address": "ul. Pokazowa 12, 30-001 Kraków",
        "phone": "12 000 00 12",
        "email": "probki@dom-i-mebel.example",
    },
}
HOURS = "pon.–sob. 10:00–20:00"
NOON = 12 * 60
BANK_ACCOUNT = "00 0000 0000 0000 0000 0000 0000"
HAZARDS = (
    "Farba wodna do wnętrz, 50 ml. Zawiera konserwant: może powodować wystąpienie reakcji alergicznej (EUH208).\n"
    "Karta charakterystyki dostępna na żądanie (EUH210). Chronić przed dziećmi (P102)."
)
TERMS = """To jest sklep pokazowy: zamówienie niczego nie wysyła i za nic nie trzeba płacić.

1. Sprzedawcą jest {company}, {address}, NIP {tax_number}.
2. Umowa zostaje zawarta, gdy dostaniesz e-mail z potwierdzeniem zamówienia.
3. Ceny zawierają podatek VAT. Koszt dostawy widać przed zamówieniem.
4. Płacisz przelewem w ciągu 7 dni albo w sklepie przy odbiorze. Zamówienie opłacane przelewem wysyłamy po wpłacie.
5. Na próbki działa ustawowa odpowiedzialność sprzedawcy za zgodność towaru z umową. Reklamację złożysz na stronie
   „Reklamacja”, e-mailem na {email} albo telefonicznie: {phone}. Odpowiadamy w ciągu 14 dni.
6. Nie zgadzasz się z odpowiedzią? Możesz pójść do rzecznika konsumentów albo do sądu."""
PRIVACY = """Administratorem danych jest {company}, {address}, e-mail {email}.

Imię i nazwisko, adres, e-mail i telefon bierzemy tylko po to, żeby wykonać zamówienie (art. 6 ust. 1 lit. b RODO) i
rozliczyć podatki (lit. c). Dane zamówień płatnych trzymamy 5 lat, bezpłatnych 1 rok. Przekazujemy je tylko
przewoźnikowi i firmie, która pakuje próbki. Kilka dni po dostawie piszemy raz, jak oglądać próbki; możesz tego nie
chcieć, link jest w e-mailu.

Masz prawo do wglądu, poprawienia, usunięcia i przeniesienia danych, ograniczenia przetwarzania oraz skargi do Prezesa
UODO."""
RETURNS = """Masz 14 dni od otrzymania próbek, żeby odstąpić od umowy bez podawania przyczyny. Dotyczy to także
słoiczków.

Odstępujesz na stronie „Odstąpienie od umowy” albo pisząc na {email}. Potwierdzenie z datą i godziną przyjdzie e-mailem.
Oddajemy to, co zostało zapłacone, z kosztem najtańszej dostawy, w ciągu 14 dni. Próbki odsyłasz na swój koszt na adres:
{company}, {address}. Naklejonej naklejki i otwartego słoiczka nie musisz odsyłać."""


TESTER_CREDIT = ROOT / "examples" / "samples" / "tester-credit.json"


def terms_of(slug: str, terms: dict[str, Any]) -> dict[str, Any]:
    """The retailer's terms as they are put in force: the paint brand also gives the price of testers back."""
    if slug != "farby-kolor":
        return terms
    return terms | {"rules": [*terms["rules"], json.loads(TESTER_CREDIT.read_text("utf-8"))]}


def seed(session: Session, tenant: Tenant) -> None:
    """Let the demonstration's retailer sell; nothing for one that sells no samples."""
    if tenant.slug not in OFFERS:
        return
    told = PARTICULARS[tenant.slug]
    session.add(
        SellingSettings(
            tenant_id=tenant.id,
            **told,
            hours=HOURS,
            terms=_flowing(TERMS).format(**told),
            privacy=_flowing(PRIVACY).format(**told),
            returns=_flowing(RETURNS).format(**told),
            hazards=HAZARDS,
            bank_account=BANK_ACCOUNT,
            cutoff_minute=NOON,
            offer=json.dumps(OFFERS[tenant.slug], ensure_ascii=False),
        )
    )


def _flowing(text: str) -> str:
    """The text without the line breaks that only this file needs: a new line begins a paragraph or a numbered point."""
    return re.sub(r"(?<!\n)\n(?!\n|\d\.) *", " ", text)
