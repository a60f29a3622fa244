"""The head that reads the horizon off a photo: data, fitting, ONNX graph, measurements."""
