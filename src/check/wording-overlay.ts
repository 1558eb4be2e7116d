/** What the smoke cases of overlays found. */
export const overlayWords = {
  notShown: (place: string) => ({
    code: 'overlay-not-shown',
    message: `没有一份${place}的清单显示这一条和它的依据，请改 when，或在 cases.yaml 里写一个走到它的案例`,
  }),
  foreignChannel: (name: string) => ({
    code: 'foreign-channel',
    message: `这里的清单写了别处的“${name}”，请改成本地的入口，或用 <问题.app>`,
  }),
};
