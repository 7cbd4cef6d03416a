import { describe, expect, it, vi } from 'vitest';
import { ApiError, type ApiClient } from '../index.ts';
import { createInSession } from './in-session.ts';

const refusal = (kind: 'unauthenticated' | 'forbidden'): ApiError =>
  new ApiError({ type: 'about:blank', status: kind === 'forbidden' ? 403 : 401, kind, code: `test.${kind}`, title: '', detail: '', traceId: '' });

const nothing: ApiClient = { call: vi.fn(), upload: vi.fn(), download: vi.fn(), url: vi.fn() };

describe('calls in a session that may end', () => {
  it('are made again once the person has signed in again', async () => {
    const { withSession, installSignInGate } = createInSession(nothing);
    const gate = vi.fn(async () => true);
    installSignInGate(gate);
    const attempt = vi.fn<() => Promise<string>>().mockRejectedValueOnce(refusal('unauthenticated')).mockResolvedValueOnce('受理');
    expect(await withSession(attempt)).toBe('受理');
    expect(gate).toHaveBeenCalledOnce();
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it('stay refused where nobody signs in, where it is another refusal, and where the way to sign in was taken away', async () => {
    const { withSession, installSignInGate } = createInSession(nothing);
    const declined = vi.fn(async () => false);
    const takeAway = installSignInGate(declined);
    await expect(withSession(() => Promise.reject(refusal('unauthenticated')))).rejects.toMatchObject({ problem: { code: 'test.unauthenticated' } });
    await expect(withSession(() => Promise.reject(refusal('forbidden')))).rejects.toMatchObject({ problem: { code: 'test.forbidden' } });
    expect(declined).toHaveBeenCalledOnce();
    takeAway();
    await expect(withSession(() => Promise.reject(refusal('unauthenticated')))).rejects.toMatchObject({ problem: { code: 'test.unauthenticated' } });
    expect(declined).toHaveBeenCalledOnce();
  });
});
