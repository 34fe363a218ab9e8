/** Measurements inside the browser: each function is sent there as a whole, and must be self-contained. */

interface Style {
  color: string;
  fill: string;
  stroke: string;
  backgroundColor: string;
  fontSize: string;
}
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
interface Element {
  parentElement: Element | null;
  textContent: string | null;
  getClientRects(): { length: number };
  getBoundingClientRect(): Box;
  getScreenCTM(): { a: number } | null;
}
declare const document: {
  body: Element;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};
declare function getComputedStyle(element: Element): Style;

/** The lowest contrast of all text, and of all coloured shapes in the charts, each against its background. */
export function contrasts(): { text: number; charts: number } {
  const parse = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = parse(colour).map((one) => {
      const share = one / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a: string, b: string) => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (element: Element | null): string => {
    for (let one = element; one !== null; one = one.parentElement) {
      const { backgroundColor } = getComputedStyle(one);
      if (parse(backgroundColor)[3] !== 0) return backgroundColor;
    }
    throw new Error('nothing is behind it');
  };
  const least = (selector: string, colourOf: (style: Style) => string) =>
    Math.min(
      ...[...document.querySelectorAll(selector)].map((one) =>
        ratio(colourOf(getComputedStyle(one)), behind(one)),
      ),
    );
  // A hollow dot is filled with the colour of its card; its edge makes it visible.
  const card = behind(document.querySelector('.card'));
  return {
    text: Math.min(
      least('h1, h2, h3, p, li, dt, dd, code, summary, th, td, caption', ({ color }) => color),
      least('svg text', ({ fill }) => fill),
    ),
    charts: least('svg rect, svg circle', ({ fill, stroke }) => (fill === card ? stroke : fill)),
  };
}

/** The page's background colour: `rgb(255, 255, 255)`. */
export function background(): string {
  return getComputedStyle(document.body).backgroundColor;
}

/** The size of the smallest text in a visible chart, in screen pixels. */
export function smallestText(): number {
  return Math.min(
    ...[...document.querySelectorAll('svg.picture text')]
      .filter((one) => one.getClientRects().length > 0)
      .map(
        (one) => Number.parseFloat(getComputedStyle(one).fontSize) * (one.getScreenCTM()?.a ?? 0),
      ),
  );
}

/** Every two names on the map that overlap. */
export function overlaps(): string[] {
  const boxes = [...document.querySelectorAll('#map ~ svg text')]
    .filter((one) => one.getClientRects().length > 0)
    .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }));
  if (boxes.length === 0) throw new Error("there's no map");
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => {
      const x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      return x > 1 && y > 1 ? [`${a.text} / ${b.text}`] : [];
    }),
  );
}
