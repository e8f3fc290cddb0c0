/** Les unités des réglages, par leur nom anglais ; `ms` se dit de même. */
const UNITS: Readonly<Record<string, string>> = {
  alerts: 'alertes',
  attempts: 'essais',
  candles: 'bougies',
  frames: 'trames',
};

export function unit(english: string): string {
  return UNITS[english] ?? english;
}
