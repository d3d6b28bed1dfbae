import { posix, win32 } from 'node:path';
import type { Machine } from './machine.ts';

/** Where Chrome, Chromium and Edge usually lie, in this order of preference; not every path exists. */
export const installedBrowsers = (machine: Machine): readonly string[] => {
  if (machine.platform === 'win32') return onWindows(machine);
  if (machine.platform === 'darwin') return onMac(machine);
  return onLinux(machine);
};

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

// The last one holds what a user has installed without an administrator.
const WINDOWS_FOLDERS = ['programfiles', 'programw6432', 'programfiles(x86)', 'localappdata'];

const onWindows = ({ variables }: Machine): readonly string[] => {
  // Windows does not tell upper from lower case in a variable's name; a copied environment does.
  const lower = new Map(Object.entries(variables).map(([name, value]) => [name.toLowerCase(), value]));
  const folders = WINDOWS_FOLDERS.map((name) => lower.get(name)).filter((folder) => folder !== undefined);
  const known = folders.length ? [...new Set(folders)] : ['C:\\Program Files', 'C:\\Program Files (x86)'];
  return WINDOWS_PROGRAMS.flatMap((program) => known.map((folder) => win32.join(folder, program)));
};

const MAC_PROGRAMS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const onMac = ({ home }: Machine): readonly string[] =>
  MAC_PROGRAMS.flatMap((program) =>
    ['/Applications', posix.join(home, 'Applications')].map((folder) => posix.join(folder, program)),
  );

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const LINUX_PATHS = [
  '/opt/google/chrome/chrome',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/microsoft/msedge/msedge',
];

const onLinux = ({ variables }: Machine): readonly string[] => {
  // An entry of PATH that is not absolute would run whatever lies in the project.
  const folders = (variables['PATH'] ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  const named = LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
  return [...named, ...LINUX_PATHS];
};
