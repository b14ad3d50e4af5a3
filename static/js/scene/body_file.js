/** A product's own model as the server writes it (rooms/models/writing.py): a GLB of one mesh, colours and finishes at its vertices. */

/**
 * @typedef {object} Primitive what is drawn together; numbers in metres, y up
 * @property {Float32Array} positions
 * @property {Float32Array} normals
 * @property {Float32Array} colours linear red, green, blue
 * @property {Float32Array} finishes roughness and metalness
 * @property {Float32Array | null} places in the picture, from its upper left
 * @property {Uint32Array} indices
 * @property {boolean} isGlass
 * @property {Blob | null} picture
 * @property {number} cutAt below this alpha the picture is a hole; 0: nowhere
 */

const JSON_AT = 20;
/** @type {Record<number, any>} */
const NUMBERS = { 5120: Int8Array, 5121: Uint8Array, 5123: Uint16Array, 5125: Uint32Array, 5126: Float32Array };
/** @type {Record<number, number>} */
const WHOLE = { 5120: 127, 5121: 255, 5123: 65535 };
/** @type {Record<string, number>} */
const WIDTHS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 };

/** @param {ArrayBuffer} data @returns {Primitive[]} */
export const readBody = (data) => {
  const length = new DataView(data).getUint32(12, true);
  const told = JSON.parse(new TextDecoder().decode(new Uint8Array(data, JSON_AT, length)));
  const start = JSON_AT + length + 8;
  return told.meshes[0].primitives.map((/** @type {any} */ primitive) => primitiveOf(told, data, start, primitive));
};

/** @param {any} told @param {ArrayBuffer} data @param {number} start @param {any} primitive @returns {Primitive} */
const primitiveOf = (told, data, start, { attributes, indices, material }) => {
  const numbers = (/** @type {number} */ accessor, /** @type {number} */ width) => numbersOf(told, data, start, told.accessors[accessor], width);
  const look = told.materials[material];
  const texture = look.pbrMetallicRoughness.baseColorTexture;
  const image = texture ? told.images[told.textures[texture.index].source] : null;
  const view = image ? told.bufferViews[image.bufferView] : null;
  return {
    positions: numbers(attributes.POSITION, 3),
    normals: numbers(attributes.NORMAL, 3),
    colours: numbers(attributes.COLOR_0, 3),
    finishes: numbers(attributes._FINISH, 2),
    places: "TEXCOORD_0" in attributes ? numbers(attributes.TEXCOORD_0, 2) : null,
    indices: Uint32Array.from(numbers(indices, 1)),
    isGlass: look.alphaMode === "BLEND",
    picture: view ? new Blob([new Uint8Array(data, start + view.byteOffset, view.byteLength)], { type: image.mimeType }) : null,
    cutAt: look.alphaMode === "MASK" ? look.alphaCutoff : 0,
  };
};

/** The first `width` numbers of each element, as shares where they stand for shares. @param {any} told @param {ArrayBuffer} data @param {number} start @param {any} accessor @param {number} width */
const numbersOf = (told, data, start, { bufferView, componentType, count, type, normalized }, width) => {
  const { byteOffset, byteStride } = told.bufferViews[bufferView];
  const kind = NUMBERS[componentType];
  const stride = (byteStride ?? kind.BYTES_PER_ELEMENT * WIDTHS[type]) / kind.BYTES_PER_ELEMENT;
  const held = new kind(data, start + byteOffset, stride * (count - 1) + WIDTHS[type]);
  const found = new Float32Array(count * width);
  const whole = normalized ? WHOLE[componentType] : 1;
  for (let one = 0; one < count; one += 1) for (let at = 0; at < width; at += 1) found[one * width + at] = held[one * stride + at] / whole;
  return found;
};
