// Bundles the browser's code and styles into static/dist, named by content, each also compressed; prints nothing when all is well.
import { build } from "esbuild"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { basename, dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, "dist")
const entries = (folder, ending) =>
  existsSync(join(here, folder)) ? readdirSync(join(here, folder)).filter((name) => name.endsWith(ending)).map((name) => join(here, folder, name)) : []

const shared = {
  bundle: true, minify: true, metafile: true, outdir: dist, outbase: here, sourcemap: false, legalComments: "none",
  entryNames: "[dir]/[name]-[hash]", chunkNames: "chunks/[name]-[hash]", assetNames: "assets/[name]-[hash]",
}
const alone = ["viewer", "service_worker"].map((name) => join(here, `js/pages/${name}.js`)) // each goes whole into a file of its own
const pages = entries("js/pages", ".js").filter((page) => !alone.includes(page))
const scripts = await build({ ...shared, entryPoints: pages, format: "esm", splitting: true, target: "es2022", write: false })
const singles = await build({ ...shared, entryPoints: alone, format: "esm", target: "es2022", write: false })
const styles = await build({ ...shared, entryPoints: entries("css/pages", ".css"), loader: { ".woff2": "file" }, target: "chrome111", write: false })

const kept = new Set([join(dist, "manifest.json")])
const manifest = {}
for (const result of [scripts, singles, styles]) {
  for (const { path, contents } of result.outputFiles) keep(path, contents)
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    if (output.entryPoint) manifest[relative(here, join(process.cwd(), output.entryPoint))] = named(path, output)
  }
}
manifest["icons.svg"] = keepIcons()
manifest.shell = [...reached(["js/pages/studio.js", "js/pages/offline.js"], scripts), ...reached(["css/pages/studio.css", "css/pages/start.css"], styles), manifest["icons.svg"].file].sort()
writeFileSync(join(dist, "manifest.json"), JSON.stringify(manifest, null, 1))
for (const file of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  const path = join(file.parentPath ?? file.path, file.name)
  if (file.isFile() && !kept.has(path)) rmSync(path, { force: true })
}

/** What a page must name to have the entry: its file, and the chunks that it is sure to load. */
function named(path, output) {
  const inside = (file) => relative(dist, join(process.cwd(), file))
  const chunks = output.imports.filter(({ kind }) => kind === "import-statement").map((imported) => inside(imported.path))
  return { file: inside(path), chunks }
}

/** Every file that the entries load, at once or later. */
function reached(entries, { metafile: { outputs } }) {
  const found = new Set()
  const reach = (path) => {
    if (found.has(path)) return
    found.add(path)
    for (const imported of outputs[path].imports) if (!imported.external) reach(imported.path)
  }
  for (const [path, { entryPoint }] of Object.entries(outputs)) if (entryPoint && entries.includes(relative(here, join(process.cwd(), entryPoint)))) reach(path)
  return [...found].map((path) => relative(dist, join(process.cwd(), path)))
}

/** One sprite of the icons that icons.json names, each a symbol to be used by its name. */
function keepIcons() {
  const folder = join(here, "../node_modules/lucide-static/icons")
  const symbols = JSON.parse(readFileSync(join(here, "icons.json"), "utf8")).map((name) => {
    const inner = readFileSync(join(folder, `${name}.svg`), "utf8").replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "").replace(/\s+/g, " ")
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`
  })
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`
  const file = `icons-${createHash("sha256").update(sprite).digest("hex").slice(0, 8).toUpperCase()}.svg`
  keep(join(dist, file), sprite)
  return { file, chunks: [] }
}

function keep(path, contents) {
  put(path, contents)
  if (!/\.(js|css|svg)$/.test(basename(path))) return
  put(`${path}.gz`, () => gzipSync(contents, { level: 9 }))
  put(`${path}.br`, () => brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
}

/** A file whose name tells its content is written once. */
function put(path, contents) {
  kept.add(path)
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, typeof contents === "function" ? contents() : contents)
}
