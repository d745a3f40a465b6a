// The same Electron as the program's, with a window and nothing else.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 860, webPreferences: { spellcheck: false } })
  window.loadFile(process.env.BENCH_PAGE)
})
app.on('window-all-closed', () => app.quit())
