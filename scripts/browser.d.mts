interface Machine {
  env?: Record<string, string | undefined>;
  runs?: (file: string) => boolean;
}

export function findBrowser(machine?: Machine): string | undefined;
export function provideBrowser(): Promise<string | undefined>;
