import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { addSecurityHeaders } from './add-security-headers.ts';
import { hostHeadersFile, metaPolicy, securityHeaders } from './security-headers.ts';

const policy = securityHeaders['Content-Security-Policy'] ?? '';

function directive(name: string): string[] {
  const found = policy.split('; ').find((words) => words.startsWith(`${name} `));
  return found?.split(' ').slice(1) ?? [];
}

describe('the policy', () => {
  it('allows nothing that it does not name', () => {
    expect(directive('default-src')).toEqual(["'none'"]);
  });

  it.each(['script-src', 'worker-src', 'style-src'])('takes %s from the app alone', (name) => {
    expect(directive(name)).toEqual(["'self'"]);
  });

  it.each(['base-uri', 'form-action', 'frame-ancestors'])('forbids %s altogether', (name) => {
    expect(directive(name)).toEqual(["'none'"]);
  });

  it('lets unencrypted connections reach this computer only', () => {
    const plain = directive('connect-src').filter((source) => /^(http|ws):/.test(source));
    expect(plain).toEqual([
      'http://127.0.0.1:*',
      'ws://127.0.0.1:*',
      'http://localhost:*',
      'ws://localhost:*',
    ]);
  });

  it('is in the meta element but for what only a header can say', () => {
    expect(policy).toBe(`${metaPolicy}; frame-ancestors 'none'`);
    expect(metaPolicy).not.toContain('"');
  });

  it('has its place in the page, before anything is loaded', async () => {
    const page = await readFile('index.html', 'utf8');
    const place = page.indexOf('content="%CONTENT_SECURITY_POLICY%"');
    expect(place).toBeGreaterThan(0);
    expect(place).toBeLessThan(page.search(/<(link|script)/));
  });
});

describe('the file for hosts', () => {
  it('names every header once for all files', () => {
    const lines = hostHeadersFile().split('\n');
    expect(lines[0]).toBe('/*');
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(lines.filter((line) => line === `  ${name}: ${value}`)).toHaveLength(1);
    }
  });

  it('keeps within what a host accepts in a line', () => {
    for (const line of hostHeadersFile().split('\n')) expect(line.length).toBeLessThan(2000);
  });

  it('has the page and the service worker revalidated', () => {
    expect(hostHeadersFile()).toContain('/service-worker.js\n  Cache-Control: no-cache\n');
    expect(hostHeadersFile()).toContain('/index.html\n  Cache-Control: no-cache\n');
  });
});

describe('the headers that the service worker adds', () => {
  it('are all there where the host sent none', async () => {
    const bare = new Response('text', { status: 200, headers: { 'Content-Type': 'text/html' } });
    const response = addSecurityHeaders(bare);
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(response.headers.get(name)).toBe(value);
    }
    expect(response.headers.get('Content-Type')).toBe('text/html');
    expect(await response.text()).toBe('text');
  });

  it('leave what the host sent', () => {
    const headers = {
      'content-security-policy': "default-src 'self'; connect-src wss://a.example",
    };
    const response = addSecurityHeaders(new Response('', { headers }));
    expect(response.headers.get('Content-Security-Policy')).toBe(
      headers['content-security-policy'],
    );
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
  });

  it('keep the status, with a body or without', () => {
    expect(addSecurityHeaders(new Response('no', { status: 404 })).status).toBe(404);
    expect(addSecurityHeaders(new Response(null, { status: 304 })).status).toBe(304);
  });

  it('are not forced on a failure', () => {
    const failure = Response.error();
    expect(addSecurityHeaders(failure)).toBe(failure);
  });
});

describe('the examples for hosts', () => {
  it('in docs/security.md say the same as the list', async () => {
    const page = await readFile('docs/security.md', 'utf8');
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(page).toContain(`  add_header ${name} "${value}" always;\n`);
      expect(page).toContain(`\nHeader always set ${name} "${value}"\n`);
    }
  });
});
