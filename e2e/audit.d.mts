export function readAudit(output: string): { readonly isFit: boolean; readonly words: string };
