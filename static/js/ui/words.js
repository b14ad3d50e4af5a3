/** The page's sentences, in the language that the server chose for it. */

/** @typedef {string | Record<string, string>} Sentence */
/** @typedef {(name: string, values?: Record<string, unknown>) => string} Translate */

/**
 * @param {Record<string, Sentence>} sentences by name, `<feature>.<key>`; an object holds plural forms (CLDR)
 * @param {string} language `pl` or `en`
 * @returns {Translate} fills a sentence in; a plural one by its `n`
 */
export function wordsOf(sentences, language) {
  const plural = new Intl.PluralRules(language);
  return (name, values = {}) => {
    const found = sentences[name];
    if (found === undefined) throw new Error(`no words for ${name}`);
    const sentence = typeof found === "string" ? found : found[plural.select(Number(values.n))];
    return sentence.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
  };
}

/** Parses the page's JSON block of this id. @param {string} id */
export const pageData = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");
