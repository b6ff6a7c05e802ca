// A link that holds all files: packed, behind the hash, which no browser sends anywhere.

const FORM = "deflate-raw";

async function through(bytes, stream) {
  const packed = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Files as a text for a link. */
export async function packed(state) {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(state)), new CompressionStream(FORM));
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The files of a link; nothing where it holds none. */
export async function unpacked(text) {
  try {
    const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = await through(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)), new DecompressionStream(FORM));
    const state = JSON.parse(new TextDecoder().decode(bytes));
    const texts = state && typeof state.files === "object" && Object.values(state.files);
    const right = texts && texts.length > 0 && texts.every((text) => typeof text === "string");
    return right && Object.hasOwn(state.files, state.current) ? state : undefined;
  } catch {
    return undefined;
  }
}
