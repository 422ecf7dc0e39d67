export const help = 'npm run import -- FILE…';
