import { openBrowser, withPage, serveNoting, SLOW_CPU } from './browser.mjs';
import * as B from './browser.mjs';
console.log(Object.keys(B));
const browser = await openBrowser();
const site = await serveNoting(process.env.DIST);
for (let i = 0; i < 2; i++)
  await withPage(browser, {}, async (page, devtools) => {
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1.6e6 / 8,
      uploadThroughput: 750e3 / 8,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.evaluateOnNewDocument(() => {
      new PerformanceObserver((l) => {
        for (const e of l.getEntries())
          (window.__long ??= []).push([Math.round(e.startTime), Math.round(e.duration)]);
      }).observe({ type: 'longtask', buffered: true });
      const t = setInterval(() => {
        if (document.querySelector('form[data-alive]')) {
          window.__alive = performance.now();
          clearInterval(t);
        }
      }, 5);
    });
    await devtools.send('Profiler.enable');
    await devtools.send('Profiler.setSamplingInterval', { interval: 500 });
    if (i === 1) await devtools.send('Profiler.start');
    await page.goto(site.url + (process.argv[2] ?? 'worksheets/before-we-talk/'));
    await page.waitForFunction('window.__alive');
    await new Promise((r) => setTimeout(r, 500));
    if (i === 1) {
      const { profile } = await devtools.send('Profiler.stop');
      const self = new Map();
      const byId = new Map(profile.nodes.map((n) => [n.id, n]));
      const dt = profile.timeDeltas;
      profile.samples.forEach((s, k) => {
        const n = byId.get(s);
        const f = n.callFrame;
        const key = f.functionName + ' ' + f.url.split('/').pop() + ':' + f.lineNumber + ':' + f.columnNumber;
        self.set(key, (self.get(key) ?? 0) + dt[k] / 1000);
      });
      console.log(
        [...self]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 25)
          .map(([k, v]) => v.toFixed(0) + ' ' + k)
          .join('\n'),
      );
    }
    console.log(
      await page.evaluate(() => ({
        alive: window.__alive,
        long: window.__long,
        fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
        res: performance
          .getEntriesByType('resource')
          .map((r) =>
            [
              r.name.split('/').pop(),
              Math.round(r.startTime),
              Math.round(r.responseStart),
              Math.round(r.responseEnd),
              r.encodedBodySize,
            ].join(' '),
          ),
      })),
    );
  });
await browser.close();
await site.close();
