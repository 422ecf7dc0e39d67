export const LOCALE = 'en-CA';
