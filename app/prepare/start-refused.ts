/** A start that cannot go on. The message is for whoever starts the program: what to do, without a stack. */
export class StartRefused extends Error {
  override name = "StartRefused";
}
