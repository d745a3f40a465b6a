/**
 * What `default_app.asar` has to do: open the app whose folder is given on the command line, as the
 * official one does. It runs inside Electron, in CommonJS. The first argument that is no switch is
 * the app; what follows it is the app's own business.
 */
const LOADER_SOURCE = `'use strict'
const { app } = require('electron')
const { readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')
const Module = require('node:module')

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (given === undefined) {
  console.error('Usage: electron APP_FOLDER [FILE...]')
  app.exit(2)
} else {
  const folder = resolve(given)
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  process.defaultApp = true
  if (about.version) app.setVersion(about.version)
  app.name = about.productName || about.name
  app.setAppPath(folder)
  Module._load(resolve(folder, about.main || 'index.js'), null, true)
}
`

/** The files of the loader. Electron reads `main` from the package.json beside it. */
export const DEFAULT_APP_FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.js' }),
  'main.js': LOADER_SOURCE,
}

/**
 * Packs text files, all in one folder, as an asar archive: two Chromium "pickles" (a pickle is a
 * little-endian uint32 length, then the payload padded to four bytes), the first holding the
 * size of the second, the second a JSON index; then the files one after the other.
 * Source: github.com/electron/asar, section "Format" of its README.
 */
export function packAsar(files: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = []
  const index: Record<string, { readonly size: number; readonly offset: string }> = {}
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const body = Buffer.from(text, 'utf8')
    index[name] = { size: body.length, offset: String(offset) }
    offset += body.length
    bodies.push(body)
  }
  const json = Buffer.from(JSON.stringify({ files: index }), 'utf8')
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(8 + padded, 4)
  head.writeUInt32LE(4 + padded, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, ...bodies])
}
