import { cpSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { plainTemplates } from './scripts/plain-templates.ts'
import { recogniserMark } from './scripts/recogniser-mark.ts'

// The oldest runtime the program must run on is Electron 25 (Chromium 114, Node 18.15).
// electron-vite would otherwise derive newer targets from the installed electron package.
process.env['ELECTRON_MAJOR_VER'] = '25'

const here = (path: string): string => resolve(import.meta.dirname, path)

/** PDF files name predefined CMaps, which the importer reads from beside the program. */
const copyCMaps = {
  name: 'copy-cmaps',
  closeBundle: () => cpSync(here('node_modules/pdfjs-dist/cmaps'), here('out/main/cmaps'), { recursive: true }),
}

export default defineConfig(({ command }) => ({
  main: {
    plugins: [copyCMaps],
    build: {
      // Electron before 28 cannot load an ES module as main, and cannot require() ESM-only
      // packages: everything is bundled into CommonJS.
      externalizeDeps: false,
      target: 'node18.15',
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: here('electron/main/index.ts'),
          'import-worker': here('electron/importers/import-worker.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node18.15',
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: here('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react(), plainTemplates()],
    // In development mode every start reads anew: the sources change while it runs.
    define: { __RECOGNISER__: JSON.stringify(command === 'serve' ? `dev ${Date.now()}` : recogniserMark()) },
    build: {
      target: 'chrome114',
      outDir: here('out/renderer'),
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 3000,
      minify: true,
      // One character beyond Latin-1 has the browser keep a whole script at two bytes a character.
      rollupOptions: { input: here('renderer/index.html'), output: { charset: 'ascii' } },
    },
    worker: { plugins: () => [plainTemplates()], rollupOptions: { output: { charset: 'ascii' } } },
  },
}))
