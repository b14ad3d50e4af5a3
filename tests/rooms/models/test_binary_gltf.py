"""GLB of a retailer: where its triangles stand, and what in it is refused."""

from typing import Any

import pytest

from rooms.fault import Fault
from rooms.models.binary_gltf import read_glb
from rooms.models.made import made_of_glb
from tests.rooms.models.libraries import glb

FAR = 1 << 40


def test_a_node_stands_where_its_parents_put_it() -> None:
    nodes = [{"children": [1], "scale": [2, 2, 2]}, {"mesh": 0, "rotation": [0, 0, 2**-0.5, 2**-0.5]}]
    soup, _ = read_glb(glb({"nodes": nodes}), "model")
    assert soup.positions[soup.triangles[0]].round(6).tolist() == [[0, 0, 0], [0, 2, 0], [-2, 0, 2]]


def test_a_model_of_another_size_than_the_products_says_so() -> None:
    made = made_of_glb(glb(), (500, 500, 500), "model")
    assert [(note.reason, note.what) for note in made.notes] == [("other_size", "1000 × 1000 × 1000")]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"buffers": [{"byteLength": 36, "uri": "file:///etc/passwd"}]}, "outside_file"),
        ({"buffers": [{"byteLength": 36, "uri": "http://example.test/b.bin"}]}, "outside_file"),
        ({"extensionsRequired": ["KHR_draco_mesh_compression"]}, "extension_unknown"),
        ({"nodes": [{"mesh": 0, "children": [0]}]}, "model_damaged"),
        ({"nodes": [{"children": [1]}, {"children": [0], "mesh": 0}]}, "model_damaged"),
        ({"nodes": []}, "model_damaged"),
        ({"scenes": [{"nodes": []}]}, "model_empty"),
        ({"nodes": [{"mesh": 0, "matrix": ["nan"] * 16}]}, "model_damaged"),
        ({"accessors": [{"bufferView": 0, "componentType": 5126, "count": FAR, "type": "VEC3"}]}, "too_many_triangles"),
        ({"accessors": [{"bufferView": 0, "componentType": 5126, "count": 9, "type": "VEC3"}]}, "model_damaged"),
        ({"bufferViews": [{"buffer": 0, "byteOffset": -8, "byteLength": 36}]}, "model_damaged"),
        ({"bufferViews": [{"buffer": 0, "byteLength": 36, "byteStride": 1}]}, "model_damaged"),
        ({"meshes": "none"}, "model_damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(Fault) as refused:
        read_glb(glb(change), "model")
    assert refused.value.reason == reason


@pytest.mark.parametrize("uri", ["../../secret.png", "http://example.test/a.png", "file:///etc/passwd"])
def test_a_picture_outside_the_file_is_never_fetched(uri: str) -> None:
    look = {"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}
    with pytest.raises(Fault, match="outside file"):
        read_glb(glb({"materials": [look], "textures": [{"source": 0}], "images": [{"uri": uri}]}), "model")


def test_a_file_cut_anywhere_is_refused() -> None:
    whole = glb()
    for length in range(0, len(whole) - 1, 7):
        with pytest.raises(Fault):
            read_glb(whole[:length], "model")
