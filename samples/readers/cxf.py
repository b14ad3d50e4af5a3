"""Color Exchange Format 3 (ISO 17972-1): spectra, Lab, XYZ, screen values or inks, and how they were measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

from samples.colour.arrays import Lab
from samples.colour.cie import xyz_to_lab
from samples.colour.measured import MOST, as_text, at_our_bands, lab_of_spectrum
from samples.deck import Deck
from samples.fault import Fault
from samples.paint import Paint
from samples.swatch import Format, Swatch, cmyk_lab, finite, print_lab, rgb_lab
from samples.xml_elements import elements, local, numbers_in, root_is, text_at

NAMESPACE = "http://colorexchangeformat.com/CxF3-core"
MOST_BANDS = 1000
USUAL_STEP_NM = 10.0
BY_MODE = ("M1", "M0", "", "M2", "M3")
"""The conditions of measuring (ISO 13655), the nearest to how a wall is seen first: M1 is daylight with its
ultraviolet, M0 an incandescent lamp, M2 without ultraviolet, M3 through crossed polarisers, which take the gloss away.
"""
BY_LIGHT = ("D65", "D50")


@dataclass(frozen=True)
class Conditions:
    """Under what a colour was measured, as its specification says; ours where it says nothing."""

    light: str = "D65"
    observer: str = "2"
    step_nm: float = USUAL_STEP_NM
    first_nm: float | None = None
    mode: str = ""

    def doubt(self, kind: str) -> tuple[int, ...]:
        """The surer of two values of the kind has the less: the light and the eye count where they made the numbers."""
        mode = BY_MODE.index(self.mode)
        if kind == "ReflectanceSpectrum":
            return (mode,)
        light = BY_LIGHT.index(self.light) if self.light in BY_LIGHT else len(BY_LIGHT)
        return int(self.observer != "2"), light, mode


def read(data: bytes) -> Iterator[Swatch | Fault]:
    """The specifications stand behind the colours, so the file is gone through twice."""
    told = dict(_specifications(data))
    number = 0
    for element in elements(data):
        if local(element) == "Object":
            number += 1
            yield _colour(f"object {number}", element, told)
            element.clear()


def write(deck: Deck) -> bytes:
    objects = "".join(_object(number, paint) for number, paint in enumerate(deck, start=1))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<cc:CxF xmlns:cc="{NAMESPACE}">\n<cc:FileInformation>'
        f"<cc:Description>{_text(deck.name_pl)}</cc:Description></cc:FileInformation>\n<cc:Resources>\n"
        f"<cc:ObjectCollection>\n{objects}</cc:ObjectCollection>\n"
        '<cc:ColorSpecificationCollection>\n<cc:ColorSpecification Id="ours"><cc:TristimulusSpec>'
        "<cc:Illuminant>D65</cc:Illuminant><cc:Observer>2_Degree</cc:Observer></cc:TristimulusSpec>"
        "<cc:MeasurementSpec><cc:MeasurementType>Spectrum_Reflectance</cc:MeasurementType>"
        '<cc:WavelengthRange StartWL="400" Increment="10"/></cc:MeasurementSpec></cc:ColorSpecification>\n'
        "</cc:ColorSpecificationCollection>\n</cc:Resources>\n</cc:CxF>\n"
    ).encode()


def _specifications(data: bytes) -> Iterator[tuple[str, Conditions]]:
    try:
        for element in elements(data):
            if local(element) == "Object":
                element.clear()
            elif local(element) == "ColorSpecification":
                yield element.get("Id", ""), _conditions(element)
    except Fault as fault:
        if fault.reason != "cut_short":
            raise


def _conditions(element: Element) -> Conditions:
    span = next((one for one in element.iter() if local(one) == "WavelengthRange"), None)
    light, observer = text_at(element, "Illuminant"), text_at(element, "Observer")
    return Conditions(
        light or "D65",
        "10" if observer.startswith("10") else "2",
        _float(span, "Increment") or USUAL_STEP_NM,
        _float(span, "StartWL"),
        _mode(text_at(element, "DeviceIllumination")),
    )


def _mode(illumination: str) -> str:
    """`M1_Daylight` as M1; empty where the file says nothing known."""
    mode = illumination[:2].upper()
    return mode if mode in BY_MODE else ""


def _float(element: Element | None, name: str) -> float | None:
    found = numbers_in(element.get(name, ""), name, 1) if element is not None else []
    return found[0] if found else None


def _colour(place: str, element: Element, told: Mapping[str, Conditions]) -> Swatch | Fault:
    """By the surest of its values that tells the colour, the measured ones before those of screens and presses."""
    name = element.get("Name", "").strip()[:200]
    try:
        values = _surest(element, told)
        if (spectral := values.get("ReflectanceSpectrum")) is not None and (found := _spectrum(spectral, told)):
            return Swatch(place, name or place, lab_of_spectrum(found), told={"spectrum": as_text(found)})
        for kind, (fields, to_lab) in KINDS.items():
            if (one := values.get(kind)) is not None:
                numbers = [numbers_in(text_at(one, field), f"{place}/{field}", 1)[0] for field in fields]
                lab, is_sure = to_lab(place, numbers, one, _how(one, told))
                return Swatch(place, name or place, lab, approximate=not is_sure)
        return Fault(place, "unknown_colour_model", found=", ".join(values)[:60])
    except IndexError:
        return Fault(place, "not_a_number", found="")
    except Fault as fault:
        return fault


def _surest(element: Element, told: Mapping[str, Conditions]) -> dict[str, Element]:
    """Of each kind of value the one told for the surest conditions; of those alike the first."""
    found: dict[str, Element] = {}
    for one in element.iter():
        kind = local(one)
        if kind not in found or _how(one, told).doubt(kind) < _how(found[kind], told).doubt(kind):
            found[kind] = one
    return {kind: one for kind, one in found.items() if one is not element and kind != "ColorValues"}


def _how(one: Element, told: Mapping[str, Conditions]) -> Conditions:
    return told.get(one.get("ColorSpecification", ""), Conditions())


def _spectrum(element: Element, told: Mapping[str, Conditions]) -> tuple[float, ...]:
    how = _how(element, told)
    first = _float(element, "StartWL") or how.first_nm or 400.0
    values = finite("spectrum", numbers_in(element.text or "", "spectrum", MOST_BANDS), 0, 100 * MOST)
    share = 100 if max(values, default=0) > MOST else 1
    return at_our_bands(first, _float(element, "Increment") or how.step_nm, [value / share for value in values])


def _of_lab(place: str, values: list[float], _one: Element, how: Conditions) -> tuple[Lab, bool]:
    lightness, a, b = finite(place, values, -200, 200)
    if how.light == "D65":
        return (lightness, a, b), how.observer == "2"
    return print_lab(lightness, a, b), how.light == "D50" and how.observer == "2"


def _of_xyz(place: str, values: list[float], _one: Element, how: Conditions) -> tuple[Lab, bool]:
    """Of 100 for white."""
    lightness, a, b = xyz_to_lab([value / 100 for value in finite(place, values, 0, 200)]).tolist()
    return (lightness, a, b), how.light == "D65" and how.observer == "2"


def _of_screen(place: str, values: list[float], one: Element, _how: Conditions) -> tuple[Lab, bool]:
    most = _float(one, "MaxRange") or 255.0
    return rgb_lab(value / most for value in finite(place, values, 0, most)), False


def _of_inks(place: str, values: list[float], _one: Element, _how: Conditions) -> tuple[Lab, bool]:
    cyan, magenta, yellow, black = (value / 100 for value in finite(place, values, 0, 100))
    return cmyk_lab(cyan, magenta, yellow, black), False


KINDS = {
    "ColorCIELab": (("L", "A", "B"), _of_lab),
    "ColorCIEXYZ": (("X", "Y", "Z"), _of_xyz),
    "ColorSRGB": (("R", "G", "B"), _of_screen),
    "ColorRGB": (("R", "G", "B"), _of_screen),
    "ColorCMYK": (("Cyan", "Magenta", "Yellow", "Black"), _of_inks),
}


def _object(number: int, paint: Paint) -> str:
    name = quoteattr(f"{paint.code} {paint.name_pl}")
    spectrum = (
        f'<cc:ReflectanceSpectrum ColorSpecification="ours" StartWL="400">{as_text(paint.spectrum)}'
        "</cc:ReflectanceSpectrum>"
        if paint.spectrum
        else ""
    )
    lightness, a, b = (f"{value:.2f}" for value in paint.lab)
    lab = f"<cc:L>{lightness}</cc:L><cc:A>{a}</cc:A><cc:B>{b}</cc:B>"
    return (
        f'<cc:Object ObjectType="Standard" Name={name} Id="c{number}"><cc:ColorValues>{spectrum}'
        f'<cc:ColorCIELab ColorSpecification="ours">{lab}</cc:ColorCIELab></cc:ColorValues></cc:Object>\n'
    )


def _text(said: str) -> str:
    return quoteattr(said)[1:-1]


def _recognises(data: bytes) -> bool:
    """Also in two bytes to a letter, as programs of Windows write."""
    head = data[:8192].lstrip(b"\xff\xfe").replace(b"\0", b"")[:4096]
    return root_is(head, b"CxF") and NAMESPACE.encode() in head


FORMAT = Format("cxf", ".cxf", _recognises, read, write)
