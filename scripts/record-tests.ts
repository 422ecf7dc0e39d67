import { gathered, writeRecord } from './record';

const folder = process.env.FIGURES_FOLDER;
if (!folder) throw new Error('FIGURES_FOLDER: not set; npm test sets it');
const command = process.env.TEST_ALL ? 'npm run test:all' : 'npm test';
writeRecord('tests', { command, ...gathered(folder) });
