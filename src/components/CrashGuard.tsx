import { Component, type ReactNode } from 'react'

interface CrashGuardProps {
  /** Shown instead of a view that broke; a changed `place` gives the view another try. */
  fallback: ReactNode
  place: string
  children: ReactNode
}

/** Keeps a bug in one view from taking the window down. Nothing of the error is shown: it might hold text of a case. */
export class CrashGuard extends Component<CrashGuardProps, { crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true }
  }

  override componentDidUpdate(before: CrashGuardProps): void {
    if (this.state.crashed && before.place !== this.props.place) this.setState({ crashed: false })
  }

  override render(): ReactNode {
    return this.state.crashed ? this.props.fallback : this.props.children
  }
}
