// A cheap phone on a slow connection, as the browser's developer tools imitate it.

const KILOBIT = 1000 / 8;

/** Slow 4G and a processor slowed four times, with nothing in the cache. */
export async function slowPhone(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1600 * KILOBIT,
    uploadThroughput: 750 * KILOBIT,
  });
  await slowProcessor(session);
}

/** Only the processor. */
export async function slowProcessorOf(page) {
  await slowProcessor(await page.context().newCDPSession(page));
}

function slowProcessor(session) {
  return session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}
