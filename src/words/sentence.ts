export async function readSentence(_t: string, _c: unknown): Promise<object> { return {}; }
