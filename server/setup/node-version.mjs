const required = [20, 19];

/**
 * Stops with a message when this Node is too old. Written in plain syntax, so that an old Node can still
 * read it and say what is wrong.
 */
export function checkNodeVersion(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > required[0] || (major === required[0] && minor >= required[1])) return;
  const wanted = required.join('.');
  console.error(`需要 Node.js ${wanted} 或更高版本，当前为 ${version}。请从 https://nodejs.org 安装后重试。`);
  console.error(
    `Node.js ${wanted} or newer is needed, this is ${version}. Install it from https://nodejs.org.`,
  );
  process.exit(1);
}
