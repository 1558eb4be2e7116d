/** Loaded before the command: whatever would reach for the network ends the process with code 99. */
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

/** @param {string} name What was reached for. */
function refuse(name) {
  return () => {
    process.stderr.write(`reached for the network: ${name}\n`);
    process.exit(99);
  };
}

/** @type {[any, string, string[]][]} */
const FORBIDDEN = [
  [net.Socket.prototype, 'net', ['connect']],
  [net.Server.prototype, 'net', ['listen']],
  [net, 'net', ['connect', 'createConnection', 'createServer']],
  [tls, 'tls', ['connect', 'createServer']],
  [dgram, 'dgram', ['createSocket']],
  [dns, 'dns', ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt', 'reverse']],
  [dns.promises, 'dns', ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt', 'reverse']],
  [http, 'http', ['request', 'get', 'createServer']],
  [https, 'https', ['request', 'get', 'createServer']],
  [http2, 'http2', ['connect', 'createServer', 'createSecureServer']],
  [globalThis, 'global', ['fetch', 'WebSocket', 'EventSource']],
];

for (const [owner, module, names] of FORBIDDEN) {
  for (const name of names) {
    if (owner[name] !== undefined) owner[name] = refuse(`${module}.${name}`);
  }
}
syncBuiltinESMExports();
