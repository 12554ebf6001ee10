// Writes the comments of the values into their schema, for editors to show: node describe.mjs TOOL VALUES SCHEMA, where TOOL is the folder that
// holds node_modules. A property of a shared definition has one description: comments that differ there are a mistake.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [tool, valuesFile, schemaFile] = process.argv.slice(2);
const { applyEdits, modify, parse } = createRequire(`${tool}/`)('jsonc-parser');
const formattingOptions = { insertSpaces: true, tabSize: 2, keepLines: true };

const comments = [...readFileSync(valuesFile, 'utf8').matchAll(/^ *## @(param|section) ([\w.]+):? (?:\[.*?\] )?(.*)$/gm)].map(
  ([, kind, key, text]) => ({ kind, keys: key.split('.'), text }),
);
let text = readFileSync(schemaFile, 'utf8');
const schema = parse(text);

/** The way to a key's property in the schema; undefined where there is none. */
function find(keys) {
  let way = [];
  let place = schema;
  for (const key of keys) {
    if (place.$ref) {
      way = place.$ref.split('/').slice(1);
      place = way.reduce((found, part) => found[part], schema);
    }
    place = place.properties?.[key];
    if (!place) return undefined;
    way = [...way, 'properties', key];
  }
  return way;
}

const written = new Map();
for (const { kind, keys, text: description } of comments) {
  const way = find(keys);
  // The section «Everywhere» is no key.
  if (!way && kind === 'section') continue;
  if (!way) throw new Error(`${keys.join('.')} has a comment in the values and no property in the schema`);
  const place = way.join('/');
  if (written.has(place) && written.get(place) !== description) {
    throw new Error(`${keys.join('.')} shares its definition with other keys, and says «${description}» where they say «${written.get(place)}»`);
  }
  written.set(place, description);
  const options = { formattingOptions, getInsertionIndex: () => 0 };
  text = applyEdits(text, modify(text, [...way, 'description'], description, options));
}
writeFileSync(schemaFile, text);
