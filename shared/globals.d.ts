/** What both the browser and Node have beyond the language itself, as far as it is used here. */
declare const TextEncoder: {
  new (): {
    encode: (text: string) => Uint8Array
    encodeInto: (text: string, into: Uint8Array) => { readonly read: number; readonly written: number }
  }
}
