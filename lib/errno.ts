/** Errors of the disk. */

export const isErrno = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

export const isMissing = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ENOENT';

/** The error of a call, with the name of the file: a call on an open file fails without telling which. */
export function onFile(error: unknown, file: string): unknown {
  if (!isErrno(error) || error.path || !file) return error;
  error.path = file;
  error.message += ` '${file}'`;
  return error;
}

export function naming(file: string): (error: unknown) => never {
  return (error) => {
    throw onFile(error, file);
  };
}
