/**
 * Which Debian package holds a shared library that Electron is linked with. Since Debian 13 and
 * Ubuntu 24.04 some of the packages end in `t64`; `aptNames` finds out which.
 */
const PACKAGE_OF: Readonly<Record<string, string>> = {
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatomic.so.1': 'libatomic1',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgcc_s.so.1': 'libgcc-s1',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgmodule-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libpangocairo-1.0.so.0': 'libpangocairo-1.0-0',
  'libplc4.so': 'libnspr4',
  'libplds4.so': 'libnspr4',
  'libsmime3.so': 'libnss3',
  'libstdc++.so.6': 'libstdc++6',
  'libudev.so.1': 'libudev1',
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXi.so.6': 'libxi6',
  'libXrandr.so.2': 'libxrandr2',
  'libXrender.so.1': 'libxrender1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libxcb-dri3.so.0': 'libxcb-dri3-0',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libxshmfence.so.1': 'libxshmfence1',
  'libz.so.1': 'zlib1g',
}

/** Reads what `ldd` could not find out of its output. */
export function missingLibraries(lddOutput: string): readonly string[] {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
  return [...new Set(names)]
}

/** The packages for libraries, each once and sorted, and the libraries that no package is known for. */
export function packagesFor(libraries: readonly string[]): {
  readonly packages: readonly string[]
  readonly unknown: readonly string[]
} {
  const known = libraries.map((library) => PACKAGE_OF[library]).filter((name) => name !== undefined)
  return {
    packages: [...new Set(known)].sort(),
    unknown: libraries.filter((library) => PACKAGE_OF[library] === undefined),
  }
}

/**
 * Chooses, for each package, the name that this system can install: as it is, or with `t64`.
 * @param policy What `apt-cache policy` says (in the C locale) of all the names and their t64 twins.
 */
export function aptNames(packages: readonly string[], policy: string): readonly string[] {
  const blocks = policy.split(/^(?=\S)/m)
  const installable = new Set(
    blocks
      .filter((block) => /^ +Candidate: (?!\(none\))/m.test(block))
      .map((block) => block.slice(0, block.indexOf('\n')).replace(/:$/, '')),
  )
  return packages.map((name) => (!installable.has(name) && installable.has(`${name}t64`) ? `${name}t64` : name))
}
