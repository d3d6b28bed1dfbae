import { spawn } from 'node:child_process';

/** The commands that open an address in the browser that people use, by platform. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address, where the machine can: whoever sees nothing open has been told the address. */
export const openAddress = (address: string, platform: NodeJS.Platform): void => {
  const [command, ...args] = OPENERS[platform] ?? ['xdg-open'];
  spawn(command, [...args, address], { detached: true, stdio: 'ignore' })
    .on('error', () => {})
    .unref();
};
