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


def of_an_instrument(values: str) -> bytes:
    """As instruments' programs write: several specifications before the colours, the namespace not called by a name."""

    def specification(name: str, light: str, observer: str, mode: str) -> str:
        return (
            f'<ColorSpecification Id="{name}"><TristimulusSpec><Illuminant>{light}</Illuminant><Observer>{observer}'
            "</Observer><Method>E308_Table5</Method></TristimulusSpec><MeasurementSpec><MeasurementType>"
            "Spectrum_Reflectance</MeasurementType><GeometryChoice><SingleAngle><IlluminationAngle>45"
            '</IlluminationAngle></SingleAngle></GeometryChoice><WavelengthRange StartWL="380" Increment="10"/><Device>'
            f"<DeviceIllumination>{mode}</DeviceIllumination></Device></MeasurementSpec></ColorSpecification>"
        )

    told = specification("ten", "D65", "10_Degree", "M0_Incandescent") + specification(
        "m3", "D50", "2_Degree", "M3_Polarized"
    )
    told += specification("m0", "D50", "2_Degree", "M0_Incandescent") + specification(
        "m1", "D50", "2_Degree", "M1_Daylight"
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><CxF xmlns="http://colorexchangeformat.com/CxF3-core"><Resources>'
        f"<ColorSpecificationCollection>{told}</ColorSpecificationCollection><ObjectCollection>"
        f'<Object ObjectType="Standard" Name="Wrzos" Id="1"><ColorValues>{values}</ColorValues></Object>'
        "</ObjectCollection></Resources></CxF>"
    ).encode()


def measured(specification: str, value: float) -> str:
    """A level spectrum from 380 to 730 nm."""
    return f'<ReflectanceSpectrum ColorSpecification="{specification}">{f"{value} " * 36}</ReflectanceSpectrum>'


def test_of_several_measurements_the_one_by_daylight_tells_the_colour() -> None:
    values = "".join(measured(name, value) for name, value in (("m3", 0.1), ("m0", 0.2), ("m1", 0.3)))
    (swatch,) = readers.read(of_an_instrument(values), "x.cxf").swatches
    assert swatch.told["spectrum"].split() == ["0.3000"] * 31


def test_of_several_lab_values_those_for_the_eye_that_we_know_tell_the_colour() -> None:
    values = "".join(
        f'<ColorCIELab ColorSpecification="{name}"><L>{light}</L><A>0</A><B>0</B></ColorCIELab>'
        for name, light in (("ten", 10), ("m1", 60))
    )
    (swatch,) = readers.read(of_an_instrument(values), "x.cxf").swatches
    assert (round(swatch.lab[0], 6), swatch.approximate) == (60, False)


def test_a_file_in_two_bytes_to_a_letter_is_read() -> None:
    text = of_an_instrument(measured("m0", 0.5)).decode().replace("utf-8", "utf-16")
    assert len(readers.read(text.encode("utf-16"), "wzornik").swatches) == 1


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
