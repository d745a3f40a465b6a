import { resolve } from 'node:path'

/** Switches of Electron and Node that are followed by a value of their own. */
const SWITCHES_WITH_VALUE = new Set(['-r', '--require'])

/**
 * The files named on a command line, as absolute paths.
 *
 * @param argv the program first, as in `process.argv`
 * @param folder the working directory that relative names are meant in
 * @param isPackaged whether the program is installed; otherwise the first name is the program's own
 *   folder, which Electron was told to run
 */
export function fileArguments(argv: readonly string[], folder: string, isPackaged: boolean): readonly string[] {
  const names: string[] = []
  let onlyNames = false
  let isValue = false
  for (const argument of argv.slice(1)) {
    if (isValue) isValue = false
    else if (onlyNames || !argument.startsWith('-')) names.push(argument)
    else if (argument === '--') onlyNames = true
    else isValue = SWITCHES_WITH_VALUE.has(argument)
  }
  return (isPackaged ? names : names.slice(1)).filter((name) => name !== '').map((name) => resolve(folder, name))
}
