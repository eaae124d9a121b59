"""Transfer of suspected crimes to the police: task force, report, approval, package, answers, reconsideration, return."""
