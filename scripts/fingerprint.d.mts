export function fingerprint(root: string, paths: string[], node?: string): string;
export function filesUnder(root: string, path: string): string[];
