import { readFileSync } from 'node:fs';
import './output.mjs';
import { columns } from './page-weight';
import { refusals, shippedPackages } from './shipped';

const shipped = shippedPackages(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const lines = shipped.map(({ name, version, licence }) => [name, version, licence || 'none']);
console.log(columns([['package', 'version', 'licence'], ...lines]));
const refused = refusals(shipped);
for (const line of refused) console.error(line);
if (refused.length > 0) process.exitCode = 1;
