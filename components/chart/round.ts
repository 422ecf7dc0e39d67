/** Two decimals are finer than any screen and keep the markup small. */
export function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
