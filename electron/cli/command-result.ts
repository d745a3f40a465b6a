/** How a command of the command line ended; the entry turns it into output, part by part, and an exit code. */
export type CommandResult =
  | { readonly kind: 'done'; readonly output: Iterable<Uint8Array> }
  /** Exit 1: the input is at fault; one line that says how. */
  | { readonly kind: 'bad-input'; readonly message: string }
  /** Exit 2: the command line is at fault. */
  | { readonly kind: 'bad-usage' }
