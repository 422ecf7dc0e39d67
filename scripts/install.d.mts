interface LockedPackage {
  version?: string;
  integrity?: string;
  optional?: boolean;
}

type Lock = Record<string, LockedPackage>;

export function assertNode(version?: string): void;
export function installPackages(): Promise<string | undefined>;
export function missingPackages(
  lock: Lock,
  installed: Lock | undefined,
  isThere?: (path: string) => boolean,
): string[];
