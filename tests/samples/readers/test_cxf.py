"""CxF3: spectra are kept and tell the colour, conditions count, and hostile files are refused."""

import numpy as np
import pytest

from samples import readers
from samples.colour.difference import delta_e
from samples.colour.measured import lab_of_spectrum
from samples.colour.spectrum import reflectance
from samples.deck import Deck
from samples.fault import Fault
from samples.intake import intake
from samples.paint import make_paint

LAB = (60.0, 20.0, -10.0)
SPECTRUM = tuple(np.round(reflectance(LAB), 4).tolist())


def cxf(values: str, light: str = "D50", observer: str = "2_Degree", head: str = "") -> bytes:
    return (
        f'{head}<cc:CxF xmlns:cc="http://colorexchangeformat.com/CxF3-core"><cc:Resources><cc:ObjectCollection>'
        f'<cc:Object Name="Wrzos"><cc:ColorValues>{values}</cc:ColorValues></cc:Object></cc:ObjectCollection>'
        f'<cc:ColorSpecificationCollection><cc:ColorSpecification Id="s"><cc:TristimulusSpec><cc:Illuminant>{light}'
        f"</cc:Illuminant><cc:Observer>{observer}</cc:Observer></cc:TristimulusSpec></cc:ColorSpecification>"
        "</cc:ColorSpecificationCollection></cc:Resources></cc:CxF>"
    ).encode()


def lab_told(lab: tuple[float, ...]) -> str:
    axes = "".join(f"<cc:{axis}>{value}</cc:{axis}>" for axis, value in zip("LAB", lab, strict=True))
    return f'<cc:ColorCIELab ColorSpecification="s">{axes}</cc:ColorCIELab>'


def test_a_measured_spectrum_comes_back_as_it_went_out() -> None:
    paint = make_paint("W-1", "Wrzos", "Heather", LAB, spectrum=SPECTRUM)
    reading = readers.read(readers.write(Deck("one", "Jeden", "One", (paint,)), "cxf"), "one.cxf")
    (back,) = intake(reading.swatches, "back", "Z powrotem").deck
    assert (back.spectrum, back.code) == (SPECTRUM, "W-1")
    assert delta_e(back.lab, LAB) < 0.05


@pytest.mark.parametrize(("first", "step", "share"), [(400, 10, 1), (380, 5, 1), (400, 20, 100)])
def test_a_spectrum_of_any_bands_tells_the_colour_before_lab_does(first: int, step: int, share: int) -> None:
    at = np.arange(first, 741, step)
    values = " ".join(f"{value * share:.5f}" for value in np.interp(at, np.arange(400, 701, 10), SPECTRUM))
    told = f'<cc:ReflectanceSpectrum StartWL="{first}" Increment="{step}">{values}</cc:ReflectanceSpectrum>'
    (swatch,) = readers.read(cxf(told + lab_told((10, 0, 0))), "x.cxf").swatches
    assert delta_e(swatch.lab, lab_of_spectrum(SPECTRUM)) < 0.3
    assert not swatch.approximate


@pytest.mark.parametrize(
    ("light", "observer", "is_sure"),
    [("D65", "2_Degree", True), ("D50", "2_Degree", True), ("D65", "10_Degree", False), ("A", "2_Degree", False)],
)
def test_lab_is_sure_for_the_light_and_the_eye_that_we_know(light: str, observer: str, is_sure: bool) -> None:
    (swatch,) = readers.read(cxf(lab_told(LAB), light, observer), "x.cxf").swatches
    assert swatch.approximate is not is_sure
    assert (swatch.lab == LAB) is (light == "D65")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (cxf(lab_told(LAB), head='<!DOCTYPE x [<!ENTITY e "e">]>'), "hostile_xml"),
        (cxf("<cc:x>" * 40 + "</cc:x>" * 40), "too_long"),
        (cxf(lab_told(LAB))[:200], "cut_short"),
        (cxf("<cc:ReflectanceSpectrum>0.1 NaN 0.2</cc:ReflectanceSpectrum>"), "out_of_range"),
        (cxf(lab_told((1,) * 3).replace(">1<", ">x<")), "not_a_number"),
        (cxf(""), "unknown_colour_model"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Fault) as refused:
        readers.read(data, "x.cxf")
    assert refused.value.reason == reason
