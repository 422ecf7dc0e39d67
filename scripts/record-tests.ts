import { gathered, writeRecord } from './record';

const folder = process.env.FIGURES_FOLDER;
if (!folder) throw new Error('FIGURES_FOLDER: not set; npm test sets it');
writeRecord('tests', gathered(folder));
