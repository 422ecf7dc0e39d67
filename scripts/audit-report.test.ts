import { expect, test } from '@playwright/test';
import { judged } from './audit-report';

const via = (severity: string, id: string) => ({
  severity,
  title: `${severity} fault`,
  url: `https://github.com/advisories/${id}`,
});

const report = JSON.stringify({
  vulnerabilities: {
    parser: { severity: 'high', via: [via('high', 'GHSA-1'), via('low', 'GHSA-2')] },
    user: { severity: 'high', via: ['parser'] },
    shell: { severity: 'critical', via: [via('critical', 'GHSA-3')] },
  },
});

test('judged(output) names each grave advisory once', () => {
  expect(judged(report, [])).toEqual({
    kind: 'answered',
    vulnerable: ['parser: high: high fault (GHSA-1)', 'shell: critical: critical fault (GHSA-3)'],
    excepted: [],
    unused: [],
  });
});

test('judged(output, exceptions) lets pass what is excepted, and names what need not be', () => {
  const exceptions = ['GHSA-3', 'GHSA-9'].map((advisory) => ({ advisory, reason: 'not reached' }));
  expect(judged(report, exceptions)).toEqual({
    kind: 'answered',
    vulnerable: ['parser: high: high fault (GHSA-1)'],
    excepted: ['shell: critical: critical fault (GHSA-3)'],
    unused: ['GHSA-9'],
  });
});

test('judged(output) tells a registry that does not answer from one that found nothing', () => {
  const refused = JSON.stringify({ message: '405 Method Not Allowed', error: { summary: '' } });
  expect(judged(refused, [])).toEqual({ kind: 'no-answer', why: '405 Method Not Allowed' });
  expect(judged('', []).kind).toBe('no-answer');
  expect(judged('npm error network', [])).toEqual({ kind: 'no-answer', why: 'npm error network' });
  expect(judged('{"vulnerabilities":{}}', []).kind).toBe('answered');
});
