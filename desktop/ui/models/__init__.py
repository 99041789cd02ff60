"""What the lists, trees and tables show, without a widget."""
