/**
 * The text of an answer, of which nobody knows beforehand how long it is: what a few compressed bytes
 * unfold to must not fill the memory.
 *
 * Guarantee: reading ends soon after `most` characters. What is returned is longer than `most` then,
 * so that whoever asked can tell, and refuses it.
 */
export async function readBoundedText(response: Response, most: number): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (text.length <= most) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}
