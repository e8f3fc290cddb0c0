/** `0 alerte`, `1 alerte`, `3 alertes` : en français, zéro est au singulier. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count < 2 ? one : many}`;
}
