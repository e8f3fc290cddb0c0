import { securityHeaders } from './security-headers.ts';

/**
 * The response with every security header that its host did not send. What the host did send stays:
 * whoever runs it may want a stricter policy.
 */
export function addSecurityHeaders(response: Response): Response {
  // Failures, redirects to be followed and answers of other sites cannot be built anew.
  if (response.type !== 'basic' && response.type !== 'default') return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
