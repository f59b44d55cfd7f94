/** The event object whose `preventDefault` a listener may call. */
export class Cancelable {
  defaultPrevented = false

  preventDefault(): void {
    this.defaultPrevented = true
  }
}
